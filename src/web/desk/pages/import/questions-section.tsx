import { type FormEvent, type ReactElement, useState } from 'react';
import { answerQuestions } from '../../../../modules/extracts/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Section } from '../../../shared/components/section.tsx';
import type { Batch } from './batch-state.ts';

type Format = 'vietnamese' | 'american';

/** Columns of dates that their values cannot decide: asked once, then the files are read again. */
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
        title="Hỏi về ngày"
        note="Giá trị trong cột không đủ để biết ngày đứng trước hay tháng đứng trước"
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
                  {readings(question.example)[format]}
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

/** `03/04/2026` both ways, in words that cannot be mistaken. */
function readings(example: string): Readonly<Record<Format, string>> {
  const [first = '', second = '', year = ''] = example.split(/[/.\-\s]/);
  if (year === '') return { vietnamese: 'ngày trước, tháng sau', american: 'tháng trước, ngày sau' };
  const words = (dayOfMonth: string, month: string) =>
    `ngày ${Number(dayOfMonth)} tháng ${Number(month)} năm ${year}`;
  return { vietnamese: words(first, second), american: words(second, first) };
}
