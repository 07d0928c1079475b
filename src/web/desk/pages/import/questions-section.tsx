import { type FormEvent, type ReactElement, useState } from 'react';
import { answerQuestions } from '../../../../modules/extracts/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Section } from '../../../shared/components/section.tsx';
import type { Batch } from './batch-state.ts';

type Format = 'vietnamese' | 'american';

/** Columns of dates and of numbers that their values cannot decide: asked once, then the files are read again. */
export function QuestionsSection({ batch }: { readonly batch: Batch }): ReactElement {
  const [answers, setAnswers] = useState<Readonly<Record<string, Format>>>({});
  const command = useCommand(answerQuestions);
  const keyOf = (question: Batch['questions'][number]) => `${question.fileId} ${question.column}`;
  const isComplete = batch.questions.every((question) => answers[keyOf(question)] !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = batch.questions.flatMap((question) => {
      const format = answers[keyOf(question)];
      return format === undefined ? [] : [{ fileId: question.fileId, column: question.column, format }];
    });
    void command.run({ batchId: batch.batchId, answers: given });
  };
  return (
    <div className="stack">
      <Section
        title="Hỏi về cách đọc cột"
        note="Giá trị trong cột không đủ để biết ngày hay tháng đứng trước, dấu nào ngăn hàng nghìn"
      >
        <form onSubmit={submit}>
          {batch.questions.map((question) => (
            <fieldset key={keyOf(question)} className="question">
              <legend>
                Cột <b>{question.column}</b>, tệp {question.fileName}: <b>{question.example}</b> là
              </legend>
              {(['vietnamese', 'american'] as const).map((format) => (
                <label key={format} className="check">
                  <input
                    type="radio"
                    name={keyOf(question)}
                    checked={answers[keyOf(question)] === format}
                    onChange={() => setAnswers({ ...answers, [keyOf(question)]: format })}
                  />
                  {READINGS[question.kind](question.example)[format]}
                </label>
              ))}
            </fieldset>
          ))}
          <Refused error={command.error} />
          <button type="submit" className="btn go" disabled={!isComplete || command.isBusy}>
            Đọc lại với câu trả lời này
          </button>
        </form>
      </Section>
    </div>
  );
}

type Readings = Readonly<Record<Format, string>>;

const READINGS: Readonly<Record<Batch['questions'][number]['kind'], (example: string) => Readings>> = {
  date: dateReadings,
  number: numberReadings,
};

/** `03/04/2026` both ways, in words that cannot be mistaken. */
function dateReadings(example: string): Readings {
  const [first = '', second = '', year = ''] = example.split(/[/.\-\s]/);
  if (year === '') return { vietnamese: 'ngày trước, tháng sau', american: 'tháng trước, ngày sau' };
  const words = (dayOfMonth: string, month: string) =>
    `ngày ${Number(dayOfMonth)} tháng ${Number(month)} năm ${year}`;
  return { vietnamese: words(first, second), american: words(second, first) };
}

/** `500.000` both ways: written without the separator, or with the comma that people put before decimals. */
function numberReadings(example: string): Readings {
  const separator = example.includes('.') ? 'dấu chấm' : 'dấu phẩy';
  const thousands = `${example.replace(/[.,]/, '')}, ${separator} ngăn hàng nghìn`;
  const decimals = `${example.replace('.', ',').replace(/,?0+$/, '')}, ${separator} ngăn phần lẻ`;
  return separator === 'dấu chấm'
    ? { vietnamese: thousands, american: decimals }
    : { vietnamese: decimals, american: thousands };
}
