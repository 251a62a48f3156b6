// The printed review, on white, without tables split across pages.
import { Part, shortTable } from '../../../parts/print/Part.tsx';
import styles from '../../../parts/print/print.module.css';
import { PrintChart } from '../../../ui/chart/PrintChart.tsx';
import { useFormat } from '../../../ui/format.tsx';
import type { SectionId } from '../agenda.ts';
import { hasLine, overTime } from '../charts/over-time.ts';
import { spreadOf } from '../charts/shapes.ts';
import { figuresIn, trendsOf } from '../figure-layout.ts';
import { lowerFirst, undatedText } from '../figure-text.ts';
import { quietParts } from '../quiet.ts';
import type { ReviewDocument } from './document.ts';
import { PrintAttribution } from './PrintAttribution.tsx';
import { PrintedClosing, PrintedMinutes } from './PrintedMinutes.tsx';
import { PrintedOverview } from './PrintedOverview.tsx';
import { PrintFigures } from './PrintFigures.tsx';
import { PrintFunnel } from './PrintFunnel.tsx';
import { PrintTable } from './PrintTable.tsx';
import { periodText, stateText } from './print-text.ts';

const chart = { width: 330, height: 190 } as const;

export function ReviewPrint({ document }: { readonly document: ReviewDocument }) {
  const format = useFormat();
  const { figures, meeting } = document;
  const quiet = quietParts(figures);
  const speaks = (id: SectionId) => quiet.every(part => part.id !== id);
  return (
    <main className={styles.paper}>
      <header className={styles.head}>
        <p className={styles.workspace}>{document.workspace}</p>
        <h1>Review of {periodText(format, document)}</h1>
        <p>{stateText(format, document)}</p>
        {meeting !== null && meeting.attendees.length > 0 && <p>Attendees: {meeting.attendees.join(', ')}.</p>}
      </header>
      {meeting && <PrintedMinutes meeting={meeting} />}
      {document.overview && <PrintedOverview {...document.overview} />}
      {speaks('figures') && (
        <Part title="Figures">
          <PrintFigures figures={figures} section="figures" />
        </Part>
      )}
      {speaks('trends') && (
        <Part title="Over time">
          <div className={styles.charts}>
            {trendsOf(figures)
              .filter(hasLine)
              .map(figure => (
                <PrintChart key={figure.id} spec={overTime(format, figure, figures.period.kind)} {...chart} />
              ))}
            {figuresIn(figures, 'trends', 'distribution').map(figure => {
              const spread = spreadOf(format, figure);
              return spread && <PrintChart key={figure.id} spec={spread} {...chart} />;
            })}
          </div>
        </Part>
      )}
      {speaks('funnel') && <PrintFunnel figures={figures} />}
      {speaks('mqls') && <Mqls all={figures.mqls.length} mqls={document.mqls} />}
      {speaks('handoff') && <Handoff document={document} />}
      {speaks('channels') && (
        <Part title="Channels and spend">
          <PrintFigures figures={figures} section="channels" />
        </Part>
      )}
      {speaks('channels') && figures.tables.map(table => <PrintTable key={table.by} table={table} />)}
      {speaks('channels') &&
        figures.attribution?.map(attribution => <PrintAttribution attribution={attribution} key={attribution.by} />)}
      <DataGaps dataGaps={figures.dataGaps} />
      {speaks('threshold') && (
        <Part title="MQL threshold">
          <PrintFigures figures={figures} section="threshold" />
        </Part>
      )}
      {quiet.length > 0 && (
        <Part title="Nothing to say">
          <p className={styles.small}>{quiet.map(({ label, why }) => `${label}: ${lowerFirst(why)}.`).join(' ')}</p>
        </Part>
      )}
      {meeting && <PrintedClosing meeting={meeting} />}
    </main>
  );
}

/** `all`: how many there are; a long period lists the first of them. */
function Mqls({ mqls, all }: Pick<ReviewDocument, 'mqls'> & { readonly all: number }) {
  const format = useFormat();
  const withCompany = mqls.some(({ company }) => company !== null);
  return (
    <Part title={`Became MQL (n ${format.whole(all)})`}>
      {all > mqls.length && <p>The first {format.whole(mqls.length)} of them.</p>}
      {mqls.length === 0 ? (
        <p>No MQLs.</p>
      ) : (
        <table className={styles.table} data-short={mqls.length <= shortTable}>
          <thead>
            <tr>
              <th scope="col">Lead</th>
              {withCompany && <th scope="col">Company</th>}
              <th scope="col">When</th>
              <th data-number="true" scope="col">
                Points
              </th>
              <th scope="col">Reason</th>
            </tr>
          </thead>
          <tbody>
            {mqls.map(({ name, company, at, total, because }) => (
              <tr key={`${name} ${at}`}>
                <th scope="row">{name}</th>
                {withCompany && <td>{company}</td>}
                <td>{format.date(format.plainDate(at))}</td>
                <td data-number="true">{total ?? '–'}</td>
                <td>{because ?? 'moved to MQL manually'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}

function Handoff({ document: { figures, rejections } }: { readonly document: ReviewDocument }) {
  return (
    <Part title="Handoff">
      <PrintFigures figures={figures} section="handoff" />
      {rejections.length > 0 && (
        <table className={styles.table} data-short={rejections.length <= shortTable}>
          <thead>
            <tr>
              <th scope="col">Reason for rejection</th>
              <th data-number="true" scope="col">
                n
              </th>
              <th scope="col">Lead</th>
              <th scope="col">Rules behind the score</th>
            </tr>
          </thead>
          <tbody>
            {rejections.map(({ label, names, rules, manual }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-number="true">{names.length}</td>
                <td>{names.join(', ')}</td>
                <td>
                  {rules}
                  {manual > 0 && ` ${manual} moved manually, without a receipt.`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}

function DataGaps({ dataGaps }: Pick<ReviewDocument['figures'], 'dataGaps'>) {
  const { mqlsWithoutChannel: without, weeksWithoutSpend: weeks } = dataGaps;
  const undated = undatedText(useFormat(), dataGaps);
  if (without.count === 0 && weeks.weeks.length === 0 && undated === null) return null;
  return (
    <ul className={styles.list}>
      {undated !== null && <li>{undated}</li>}
      {without.count > 0 && (
        <li>
          {without.count} of {without.of} MQLs have no channel.
        </li>
      )}
      {weeks.weeks.length > 0 && (
        <li>
          No spend is recorded for {weeks.weeks.length} of the last {weeks.of} weeks.
        </li>
      )}
    </ul>
  );
}
