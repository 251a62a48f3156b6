// The picture of a chart on its canvas, in the colors of the window; loaded when the first chart is shown.
import type { ChartOptions, Chart as Drawing } from 'chart.js';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { Chart } from 'react-chartjs-2';
import { columnPositions } from './chart-table.ts';
import { optionsOf } from './config.ts';
import { dataOf, type Kinds } from './datasets.ts';
import { type Drawn, marks } from './marks.ts';
import { inkOf, type Scheme } from './palette.ts';
import type { ChartSpec, PickedMark } from './types.ts';
import { useFontSize } from './use-font-size.ts';

type Props = {
  readonly spec: ChartSpec;
  readonly scheme: Scheme;
  /** The place that the keyboard has reached; null for none. */
  readonly category: number | null;
  readonly onPick?: ((picked: PickedMark) => void) | undefined;
};

export function Canvas({ spec, scheme, category, onPick }: Props) {
  const ink = inkOf(scheme);
  const fontSize = useFontSize();
  const now = useRef<Drawn>({ spec, ink, fontSize });
  now.current = { spec, ink, fontSize };
  const drawing = useRef<Drawing<Kinds> | undefined>(undefined);
  const plugins = useMemo(() => [marks(() => now.current)], []);
  const data = useMemo(() => dataOf(spec, inkOf(scheme)), [spec, scheme]);
  const mayPick = onPick !== undefined;
  const options = useMemo(
    () => ({ ...optionsOf(spec, inkOf(scheme), fontSize), ...(mayPick ? { onHover: showHand } : {}) }),
    [spec, scheme, fontSize, mayPick],
  );
  useShown(drawing, spec, category);
  return (
    <Chart
      aria-hidden="true"
      data={data}
      onClick={({ nativeEvent }) => {
        const [hit] =
          drawing.current?.getElementsAtEventForMode(nativeEvent, 'nearest', { intersect: true }, true) ?? [];
        if (hit) onPick?.({ category: hit.index, series: hit.datasetIndex });
      }}
      options={options}
      plugins={plugins}
      ref={chart => {
        drawing.current = chart ?? undefined;
      }}
      type="bar"
    />
  );
}

/** Chart.js' own active points and tooltip follow the keyboard. */
function useShown(drawing: RefObject<Drawing<Kinds> | undefined>, spec: ChartSpec, category: number | null) {
  useEffect(() => {
    const chart = drawing.current;
    if (!chart) return;
    // Drawn once already; a second time only to show or to clear a place.
    if (category === null && chart.getActiveElements().length === 0) return;
    const at = columnPositions(spec)[category ?? -1];
    const active = spec.series.flatMap((series, datasetIndex) => {
      const index = series.kind === 'curve' ? series.points.findIndex(({ x }) => x === at) : (category ?? -1);
      return index < 0 ? [] : [{ datasetIndex, index }];
    });
    const [first] = active;
    const { x = 0, y = 0 } = (first && chart.getDatasetMeta(first.datasetIndex).data[first.index]) ?? {};
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x, y });
    chart.update();
  }, [drawing, spec, category]);
}

const showHand: NonNullable<ChartOptions['onHover']> = ({ native }, elements) => {
  if (native?.target instanceof HTMLElement) native.target.style.cursor = elements.length > 0 ? 'pointer' : '';
};
