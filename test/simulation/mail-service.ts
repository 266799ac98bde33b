// A mail service that takes, refuses, delays, or says nothing at all; and tells later, late, twice and in any order what
// became of a mail.
import type { OrgId } from '../../shared/domain/slug.ts';
import type { MailEvent, Sending } from '../../shared/flows/send.ts';

/** How often it is difficult, 0..1. */
export interface Moods {
  readonly refuses: number;
  readonly delays: number;
  readonly silent: number;
  readonly bounces: number;
}
export interface Told {
  readonly org: OrgId;
  readonly mail: string;
  readonly event: MailEvent;
  readonly messageId: string;
}

/** One mail service. */
export class MailService {
  /** How often each mail, by `<org> <id>`, went out to its reader. */
  readonly out = new Map<string, number>();
  readonly #events: Told[] = [];
  readonly #random: () => number;
  readonly #moods: () => Moods;
  #count = 0;

  constructor(random: () => number, moods: () => Moods) {
    this.#random = random;
    this.#moods = moods;
  }

  /** Hands it a mail. */
  take(org: OrgId, mail: string): Sending {
    const { refuses, delays, silent, bounces } = this.#moods();
    const messageId = `message-${++this.#count}`;
    if (this.#random() < refuses) return { outcome: 'refused', reason: 'no such address' };
    if (this.#random() < delays) return { outcome: 'later', reason: 'too many mails' };
    const isSilent = this.#random() < silent;
    if (isSilent && this.#random() < 0.5) return { outcome: 'unknown', reason: 'no answer' };
    const key = `${org} ${mail}`;
    this.out.set(key, (this.out.get(key) ?? 0) + 1);
    const events: MailEvent[] = ['Send', this.#random() < bounces ? 'Bounce' : 'Delivery'];
    for (const event of events) {
      this.#events.push({ org, mail, event, messageId });
      if (this.#random() < 0.2) this.#events.push({ org, mail, event, messageId });
    }
    return isSilent ? { outcome: 'unknown', reason: 'no answer' } : { outcome: 'taken', messageId };
  }

  /** Something that it has to tell, in any order; undefined where there is nothing. */
  tell(): Told | undefined {
    const place = Math.floor(this.#random() * this.#events.length);
    return this.#events.splice(place, 1)[0];
  }

  /** An event whose listener ended before it took note: it comes again. */
  again(told: Told): void {
    this.#events.push(told);
  }
}
