// What one import may hold. A file that unpacks to more than any organisation has is refused before it is read, and
// says which limit it broke.

/** Bytes of a request; tables; columns and rows of a table; rows of all; characters of a cell; faults told. */
export const importLimits = {
  bytes: 4_000_000,
  tables: 40,
  columns: 60,
  rows: 100_000,
  cell: 5_000,
  errors: 1_000,
} as const;
