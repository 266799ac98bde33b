// A small organisation in the import format, as people would type it.
import type { Grid } from '../../shared/exchange/rows.ts';
import { tableNamed } from '../../shared/exchange/tables.ts';

/** A table from lines of CSV without quotes. */
export const grid = (name: string, ...lines: readonly string[]): Grid => {
  const table = tableNamed(name);
  if (table === undefined) throw new Error(`no table ${name}`);
  const [header = [], ...rows] = lines.map((line) => line.split(','));
  return { file: `${name}.csv`, table, header, rows };
};

/** The sample's tables; one may be given to stand in for its namesake. */
export const sample = (...instead: readonly Grid[]): Grid[] => {
  const grids = [
    grid(
      'organisation',
      'id,name,time_zone,currency,fiscal_start,as_of',
      'acme,Acme,Europe/Berlin,EUR,1,2026-07-20T09:00:00Z',
    ),
    grid(
      'members',
      'id,name,email,roles,heads',
      'hanna,Hanna Berg,hanna@example.org,department-head,warehouse;service',
    ),
    grid(
      'departments',
      'id,name,function,first_quarter',
      'warehouse,Warehouse,operations,2025-Q1',
      'service,Service,customer-service,2025-Q1',
    ),
    grid('journeys', 'id,name,first_quarter', 'buying,Buying,2025-Q1'),
    grid(
      'events',
      'journey,id,name,seen_by',
      'buying,order-placed,Order placed,customer',
      'buying,dispatched,Dispatched,inside',
      'buying,works,It works,customer',
    ),
    grid(
      'touchpoints',
      'journey,id,name,channels,owners,moment_of_truth',
      'buying,door,At the door,van;shop,service,yes',
    ),
    grid('segments', 'journey,from,to,duration,unit', 'buying,order-placed,dispatched,2.5,day'),
    grid(
      'outcomes',
      'id,statement,journey,clock_journey,clock_from,clock_to,tolerance,tolerance_unit_kind,tolerance_unit,tolerance_direction,weight,owning_department,validation_method,validation_sample_size,validation_date,validation_source,first_quarter',
      'on-time,It comes on the day I was told.,buying,buying,order-placed,works,3,duration,day,lower,2,service,interviews,40,2026-03-31,Panel,2025-Q1',
    ),
    grid(
      'objectives',
      'id,department,title,first_quarter,outcomes',
      'quick,warehouse,Out of the door in a day,2025-Q1,on-time',
    ),
    grid(
      'kpis',
      'id,department,name,unit_kind,unit,direction,perspective,owner,clock_journey,clock_from,clock_to,on_no_journey,first_quarter',
      'dispatch,warehouse,Order to dispatch,duration,h,lower,internal-efficiency,hanna,buying,order-placed,dispatched,,2025-Q1',
      'promise,service,Promised day kept,share,,higher,customer-facing,hanna,,,,,2025-Q1',
    ),
    grid('counterparts', 'kpi,counterpart,lag', 'dispatch,promise,1'),
    grid(
      'contributions',
      'kpi,outcome,effect,rationale',
      'dispatch,on-time,+,What leaves late comes late',
      'promise,on-time,+,',
    ),
    grid('targets', 'kpi,from,value,low,high', 'dispatch,2025-Q1,24,,', 'promise,2025-Q1,0.95,,'),
    grid(
      'readings',
      'kpi,quarter,actual,not_measured,source_file,source_row,source_column',
      'dispatch,2026-Q2,26.5,,figures.csv,27,hours',
      'promise,2026-Q2,,Scanner broken,,,',
    ),
  ];
  return grids.map((one) => instead.find(({ table }) => table === one.table) ?? one);
};
