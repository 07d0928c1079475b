import { z } from 'zod';
import { GENERAL_REFUSALS, type Operation } from '../../kernel/contract.ts';
import type { RefusalTexts } from '../../kernel/refusal.ts';
import type { ModuleRoutes } from './implement.ts';

type JsonSchema = Readonly<Record<string, unknown>> & {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
};

/** The published description of all operations, OpenAPI 3.1: made of the same values that the server answers by. */
export function openApiOf(modules: readonly ModuleRoutes[]): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { implementations, refusals } of modules)
    for (const { operation } of implementations) {
      const path = `/api${operation.path}`;
      paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation, refusals) };
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Giao Ban',
      version: '1',
      description: 'Mọi thao tác của Giao Ban, đúng như máy chủ thực hiện.',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths,
    components: {
      schemas: { Refusal: REFUSAL },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-giaoban' } },
    },
  };
}

const REFUSAL = {
  type: 'object',
  properties: {
    refused: { type: 'string' },
    message: { type: 'string' },
    data: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    reference: { type: 'string' },
  },
  required: ['refused', 'message', 'data', 'reference'],
};

function describe(operation: Operation, texts: RefusalTexts): Record<string, unknown> {
  const { permission } = operation;
  return {
    operationId: operation.name,
    tags: [operation.name.split('.')[0]],
    summary: operation.summary,
    'x-permission': typeof permission === 'string' ? permission : permission.name,
    ...(permission === 'anyone' ? {} : { security: [{ session: [] }] }),
    ...describeInput(operation),
    responses: {
      200: { description: 'Kết quả.', content: describeOutput(operation) },
      ...describeRefusals(operation, { ...GENERAL_REFUSALS, ...texts }),
    },
  };
}

function describeInput(operation: Operation): Record<string, unknown> {
  const schema = wireSchema(operation.input);
  const { properties = {}, required = [] } = schema;
  const places = new Set([...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  const isInAddress = (name: string) =>
    places.has(name) || operation.method === 'GET' || operation.request === 'files';
  const names = Object.keys(properties);
  const parameters = names.filter(isInAddress).map((name) => ({
    name,
    in: places.has(name) ? 'path' : 'query',
    required: places.has(name) || required.includes(name),
    schema: properties[name],
  }));
  const requestBody = describeBody(operation, {
    ...schema,
    properties: Object.fromEntries(
      names.filter((name) => !isInAddress(name)).map((name) => [name, properties[name]]),
    ),
    required: required.filter((name) => !isInAddress(name)),
  });
  return { parameters, ...(requestBody ? { requestBody } : {}) };
}

function describeBody(operation: Operation, schema: JsonSchema): Record<string, unknown> | undefined {
  if (operation.method === 'GET') return undefined;
  if (operation.request === 'files') {
    const files = { type: 'object', properties: { files: { type: 'array', items: BINARY } } };
    return { required: true, content: { 'multipart/form-data': { schema: files } } };
  }
  return { required: (schema.required?.length ?? 0) > 0, content: { 'application/json': { schema } } };
}

const BINARY = { type: 'string', contentMediaType: 'application/octet-stream' };

function describeOutput(operation: Operation): Record<string, unknown> {
  if (operation.answer === 'file') return { '*/*': { schema: BINARY } };
  return { 'application/json': { schema: wireSchema(operation.output) } };
}

/** By status: the codes with their sentences. Only those general ones that can happen to this operation. */
function describeRefusals(operation: Operation, texts: RefusalTexts): Record<string, unknown> {
  const isOpen = operation.permission === 'anyone';
  const general = Object.keys(GENERAL_REFUSALS).filter(
    (code) =>
      !(isOpen && (code === 'notSignedIn' || code === 'notAllowed')) &&
      !(operation.method === 'GET' && code === 'foreignOrigin'),
  );
  const byStatus = new Map<number, string[]>();
  for (const code of [...general, ...operation.refusals]) {
    const entry = texts[code];
    if (!entry) throw new Error(`${operation.name} declares the refusal ${code}, which has no text`);
    byStatus.set(entry.status, [...(byStatus.get(entry.status) ?? []), code]);
  }
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, describeStatus(codes, texts)]));
}

function describeStatus(codes: readonly string[], texts: RefusalTexts): Record<string, unknown> {
  const refused = { type: 'object', properties: { refused: { enum: codes } } };
  return {
    description: codes.map((code) => `\`${code}\`: ${texts[code]?.text}`).join('\n\n'),
    content: {
      'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/Refusal' }, refused] } },
    },
  };
}

/** A schema as its values travel: the wire side of every codec. */
function wireSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return described as JsonSchema;
}
