/**
 * How a picture finds its place: of its two drawings the one is shown that its text is legible in,
 * whatever the width of the page or the column it stands in.
 */
export const chartStyle = `
.chart { container-type: inline-size; max-width: 60rem; margin: 0 0 1rem; color: #0b0c0c; }
.chart svg { display: block; width: 100%; height: auto; break-inside: avoid; }
.chart-wide + .chart-wide, .chart-narrow + .chart-narrow { margin-top: 1.5rem; }
.chart .chart-narrow { display: none; max-width: 27rem; }
@container (max-width: 42rem) {
  .chart .chart-wide { display: none; }
  .chart .chart-narrow { display: block; }
}
@media (forced-colors: active) {
  /* Colours of ours need white behind them; patterns and words say the same. */
  .chart { forced-color-adjust: none; background: #fff; }
}
@media print {
  /* What is taller than a page across is drawn smaller, for it would be cut. */
  .chart svg { max-height: 16.5cm; }
}
`;
