// The KPI library as one list. Its entries stand in files by function; people browse and adopt them, the reader learns from them.
import { bankingEntries } from './entries/banking.ts';
import { contactCentreEntries } from './entries/contact-centre.ts';
import { customerExperienceEntries } from './entries/customer-experience.ts';
import { educationEntries } from './entries/education.ts';
import { environmentEntries } from './entries/environment.ts';
import { fieldServiceEntries } from './entries/field-service.ts';
import { financeEntries } from './entries/finance.ts';
import { healthcareEntries } from './entries/healthcare.ts';
import { hospitalityEntries } from './entries/hospitality.ts';
import { hrEntries } from './entries/hr.ts';
import { insuranceEntries } from './entries/insurance.ts';
import { itServiceEntries } from './entries/it-service.ts';
import { manufacturingEntries } from './entries/manufacturing.ts';
import { marketingEntries } from './entries/marketing.ts';
import { orderToCashEntries } from './entries/order-to-cash.ts';
import { procurementEntries } from './entries/procurement.ts';
import { projectsEntries } from './entries/projects.ts';
import { publicServiceEntries } from './entries/public-service.ts';
import { retailEntries } from './entries/retail.ts';
import { salesEntries } from './entries/sales.ts';
import { softwareDeliveryEntries } from './entries/software-delivery.ts';
import { supplyChainEntries } from './entries/supply-chain.ts';
import { telecomEntries } from './entries/telecom.ts';
import { transportEntries } from './entries/transport.ts';
import { utilitiesEntries } from './entries/utilities.ts';
import type { BusinessFunction, Entry } from './entry.ts';

/** Every entry, by function. */
export const library: readonly Entry[] = [
  ...customerExperienceEntries,
  ...salesEntries,
  ...marketingEntries,
  ...orderToCashEntries,
  ...supplyChainEntries,
  ...manufacturingEntries,
  ...itServiceEntries,
  ...softwareDeliveryEntries,
  ...contactCentreEntries,
  ...fieldServiceEntries,
  ...hrEntries,
  ...financeEntries,
  ...procurementEntries,
  ...healthcareEntries,
  ...publicServiceEntries,
  ...transportEntries,
  ...utilitiesEntries,
  ...telecomEntries,
  ...retailEntries,
  ...bankingEntries,
  ...insuranceEntries,
  ...educationEntries,
  ...hospitalityEntries,
  ...projectsEntries,
  ...environmentEntries,
];

const byId: ReadonlyMap<string, Entry> = new Map(library.map((entry) => [entry.id, entry]));

/** The entry with this id, or undefined. */
export const entryOf = (id: string): Entry | undefined => byId.get(id);

/** The entries of one function, in the library's order. */
export const entriesOf = (businessFunction: BusinessFunction): readonly Entry[] =>
  library.filter((entry) => entry.function === businessFunction);

/** The customer-facing entries that show what the customer feels of an internal one, nearest first; empty for other perspectives. */
export const counterpartsOf = (entry: Entry): readonly Entry[] =>
  (entry.counterparts ?? []).flatMap((id) => byId.get(id) ?? []);
