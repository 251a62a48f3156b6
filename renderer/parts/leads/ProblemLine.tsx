// A sentence that says what was wrong; where it concerns one lead, a link opens it.
import { leadButton, leadOf, type Problem, problemText } from '../../api/lead-button.ts';
import { Button } from '../../ui/Button.tsx';

export function ProblemLine({
  problem,
  className,
}: {
  readonly problem: Problem;
  readonly className?: string | undefined;
}) {
  const open = leadButton(leadOf(problem));
  return (
    <p className={className} role="alert">
      {problemText(problem)}
      {open && (
        <>
          {' '}
          <Button look="plain" onClick={open.run} size="small">
            {open.label}
          </Button>
        </>
      )}
    </p>
  );
}
