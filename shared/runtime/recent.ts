// A warm function serves many people; what it remembers of them must not grow without end.

/** A map that forgets the entry set longest ago when it is full. */
export class Recent<T> {
  readonly #entries = new Map<string, T>();
  readonly #most: number;
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    return this.#entries.get(key);
  }

  set(key: string, value: T): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    const oldest = this.#entries.keys().next().value;
    if (this.#entries.size > this.#most && oldest !== undefined) this.#entries.delete(oldest);
  }

  clear(): void {
    this.#entries.clear();
  }
}
