import {
  type InfiniteData,
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { InputOf, Operation, OutputOf } from '../../../kernel/contract.ts';
import { call, isOutdated, refusalCode } from './call.ts';

/** A question's answer as a page reads it. */
export type Answer<T> = {
  readonly data: T | undefined;
  readonly error: unknown;
  /** Nothing to show yet. */
  readonly isLoading: boolean;
  /** What is shown belongs to the question before. */
  readonly isStale: boolean;
  readonly again: () => void;
};

const STALE_AFTER_MS = 30_000;
const RETRIES_WITHOUT_ANSWER = 2;

/** The page's store of answers. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Without a network a question fails and says so, and a command is never kept to be sent behind one's back.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: STALE_AFTER_MS,
        // Whoever comes back to a page sees what was published or written meanwhile.
        refetchOnWindowFocus: true,
        retry: (failures, error) => refusalCode(error) === 'unreachable' && failures < RETRIES_WITHOUT_ANSWER,
      },
    },
  });
}

/** Asks a question and keeps its answer; the one before stays on the page until the new one is there. */
export function useQuestion<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  options: {
    readonly enabled?: boolean;
    /** Asked once and kept: no command of this page changes it. */
    readonly isKept?: boolean;
    readonly refetchMs?: (data: OutputOf<Op> | undefined) => number | false;
  } = {},
): Answer<OutputOf<Op>> {
  const query = useQuery({
    queryKey: [operation.name, input],
    queryFn: () => call(operation, input),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    ...(options.isKept ? { staleTime: 'static' as const } : {}),
    refetchInterval: (asked) => options.refetchMs?.(asked.state.data as OutputOf<Op> | undefined) ?? false,
  });
  return {
    data: query.data as OutputOf<Op> | undefined,
    error: query.error,
    // Its own word for it: a page that read `isFetching` would be drawn anew twice with every question that brings nothing new.
    isLoading: query.isLoading,
    isStale: query.isPlaceholderData,
    again: () => void query.refetch(),
  };
}

/** The pages of a list read so far, and the way to the next. */
export type Pages<T> = {
  readonly pages: readonly T[];
  readonly error: unknown;
  readonly isLoading: boolean;
  readonly isLoadingMore: boolean;
  /** Undefined when all is read. */
  readonly more: (() => void) | undefined;
  readonly again: () => void;
};

/** Asks for a list page by page; `next` of one page is the `cursor` of the following. */
export function usePages<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  options: { readonly nextOf: (page: OutputOf<Op>) => string | null; readonly cursorName: string },
): Pages<OutputOf<Op>> {
  const query = useInfiniteQuery<
    OutputOf<Op>,
    Error,
    InfiniteData<OutputOf<Op>>,
    unknown[],
    string | undefined
  >({
    queryKey: [operation.name, 'pages', input],
    queryFn: ({ pageParam }) =>
      call(operation, pageParam === undefined ? input : { ...input, [options.cursorName]: pageParam }),
    initialPageParam: undefined,
    getNextPageParam: (page) => options.nextOf(page) ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    pages: query.data?.pages ?? [],
    error: query.error,
    isLoading: query.isPending,
    isLoadingMore: query.isFetchingNextPage,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    again: () => void query.refetch(),
  };
}

/** What goes with the input of a command. */
type Besides = {
  /** The files of it. */
  readonly body?: FormData;
  /** Told as soon as the server has done it: the page does not show it yet. */
  readonly onTaken?: () => void;
  /** Told of the refusal, also once the page that asked is gone. */
  readonly onRefused?: (refusal: unknown) => void;
};

/** A command ready to be given. Nothing typed is cleared when it is refused: `error` stands until the next try. */
export type Command<Op extends Operation> = {
  /**
   * Resolves to the output once every question is asked anew, or to undefined when refused or when the same is on its way already; it
   * never throws.
   */
  readonly run: (input: InputOf<Op>, besides?: Besides) => Promise<OutputOf<Op> | undefined>;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly reset: () => void;
};

/** True while one of these commands is on its way, wherever on the page it was given. */
export function useIsGiven(...operations: readonly Operation[]): boolean {
  const names = operations.map((operation) => operation.name);
  const given = useIsMutating({
    predicate: ({ options }) => names.includes(String(options.mutationKey?.[0])),
  });
  return given > 0;
}

/**
 * Gives a command. When it is done, every question is asked anew: a command may change any figure. So is it when the command was refused
 * because the page shows what stands no more: what the refusal speaks of then stands beside it.
 */
export function useCommand<Op extends Operation>(operation: Op): Command<Op> {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationKey: [operation.name],
    mutationFn: async ({ input, body, onTaken }: Besides & { input: InputOf<Op> }) => {
      const output = await call(operation, input, body);
      onTaken?.();
      return output;
    },
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => {
      if (isOutdated(error)) void client.invalidateQueries();
    },
  });
  const onTheirWay = useRef(new Set<string>());
  const run = async (input: InputOf<Op>, { onRefused, ...besides }: Besides = {}) => {
    // Pressed twice faster than the button is drawn as busy: what comes of it is told once, by the first.
    const asked = saidOf(input);
    if (besides.body === undefined && onTheirWay.current.has(asked)) return undefined;
    onTheirWay.current.add(asked);
    try {
      return await mutation.mutateAsync({ input, ...besides });
    } catch (error) {
      // The refusal stands in `error`, beside what was typed.
      onRefused?.(error);
      return undefined;
    } finally {
      onTheirWay.current.delete(asked);
    }
  };
  // That the session is over is said by the way in, which lies over the page then.
  const error = refusalCode(mutation.error) === 'notSignedIn' ? null : mutation.error;
  return { run, isBusy: mutation.isPending, error, reset: mutation.reset };
}

/** An input as text, to tell whether two are the same. */
function saidOf(input: unknown): string {
  return JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}
