interface Props {
  id: string;
  /** Place among the statements, from 1. */
  number: number;
  text: string;
  value: number | undefined;
  onAnswer: (value: number) => void;
}

const ends: Record<number, string> = {
  1: 'not at all like me',
  4: 'partly like me',
  7: 'very much like me',
};

/** One statement with its seven-point scale. */
export function Scale({ id, number, text, value, onAnswer }: Props) {
  return (
    <fieldset class="sb-statement" id={`statement-${id}`}>
      <legend>
        <span class="sb-statement-number">{number}</span> {text}
      </legend>
      <div class="sb-scale">
        <span aria-hidden="true">Not at all</span>
        {[1, 2, 3, 4, 5, 6, 7].map((step) => (
          <label key={step}>
            <input
              type="radio"
              name={`statement-${id}`}
              value={step}
              checked={value === step}
              onChange={() => onAnswer(step)}
            />
            <span>
              {step}
              {ends[step] && <span class="sb-hidden">, {ends[step]}</span>}
            </span>
          </label>
        ))}
        <span aria-hidden="true">Very much</span>
      </div>
    </fieldset>
  );
}
