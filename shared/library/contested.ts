// Measures on which handbooks themselves disagree: is the cost of a call efficiency or money, is market share the customer's or the
// owner's? The reader still says what is usual, but never with high confidence, so that nobody is accused over a convention.
import type { Reading } from './reading.ts';
import { wordsOf } from './words.ts';

const kinds: readonly string[] = (
  'market share|new customers|customer acquisition|conversion rate|website conversion|revenue per employee|profit per employee|sales per employee|value added per employee|' +
  'headcount|number of employees|full time equivalents|span of control|staff ratio|student staff ratio|student to staff|patients per nurse|nurse to patient|time to fill|time to hire|cost per hire|' +
  'mean time to repair|mean time to resolve|mean time to restore|time to restore service|time to recover|resolution time|number of incidents|number of problems|incidents|' +
  'occupancy|load factor|length of stay|no show|did not attend|win rate|lead conversion|qualified leads|leads|quality score|call quality|quality assurance|' +
  'inventory value|inventory carrying|inventory days|days of inventory|days of supply|cash to cash|cost of quality|cost of poor quality|cost of goods|training cost|training spend|training expenditure|training budget|' +
  'training investment|training return|customer profitability|customer lifetime value|customer acquisition cost|recycling|waste recycled|emissions|innovation|patents|new products|time to market|research|publications|' +
  'schedule variance|system availability|uptime|availability|response time|turnaround time|lead time|cycle time|backlog|transfer rate|escalation|first level resolution|number of transactions|volume|collection|collected|' +
  'overtime|vacancy|staffing|self service|digital|online|web traffic|page views|visits|subscribers|payments on time|invoices paid|denial|claims|savings|discount|compliance|payroll|return on training|donor retention|adoption|participation|affordability|' +
  'share of wallet|employee productivity|labour productivity|workforce productivity|human capital|workforce cost|labour cost|personnel cost|payable outstanding|supply chain cost|supply chain management cost|logistics cost|' +
  'change failure|click through|passenger load|passenger density|employees per|documentation accuracy|document accuracy|price variance|reopened|within budget|page load|pages loading|fallout'
).split('|');

let patterns: readonly (readonly string[])[] | undefined;

/** Whether a name is the cost of one of something, such as the cost per call. */
export const isUnitCost = (reading: Reading): boolean =>
  reading.base.length > 0 && !reading.part && reading.concepts.includes('cost');

/** Whether a name is of a kind that handbooks file under different perspectives. */
export const isContested = (reading: Reading): boolean => {
  if (isUnitCost(reading)) return true;
  patterns ??= kinds.map((kind) => wordsOf(kind).map((word) => word.stem));
  const stems = new Set(reading.words.map((word) => word.stem));
  return patterns.some((pattern) => pattern.every((stem) => stems.has(stem)));
};
