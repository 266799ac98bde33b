// Words that say the same thing about a measure: who is meant, whose money, what is felt, what is used up. The reader weighs these
// groups, so that a word it never met in the library still counts as what it is.
import { wordsOf } from './words.ts';

const groups = {
  customer:
    'customer, client, consumer, buyer, purchaser, shopper, patient, citizen, resident, inhabitant, passenger, traveller, traveler, rider, commuter, guest, visitor, diner, tourist, user, end user, subscriber, ' +
    'policyholder, policy holder, insured, claimant, household, homeowner, taxpayer, applicant, student, pupil, learner, parent, alumni, alumnus, graduate, caller, borrower, depositor, account holder, cardholder, ' +
    'card holder, viewer, audience, beneficiary, public, people, population, children, family, victim, prospect, complainant, voter, requester, requestor, motorist, pedestrian, adult, infant, mother, baby, ' +
    'newborn, neighbor, recipient, respondent, tenant, occupant, occupier, dweller, internal customer, internal client, service user, internal user, member of the public, bereaved, carer, inpatient, outpatient, ' +
    'donor, sponsor, stakeholder, community, consignee, reader, gamer, player, fan, spectator, attendee, delegate, pilgrim, cyclist, fan, trader, merchant, dealer, distributor, franchisee, ' +
    'freshman, beginner, undergraduate, postgraduate, school leaver, job seeker, jobseeker, homeless, pensioner, elderly, older people, farmer, business customer',
  employee:
    'employee, staff, worker, workforce, personnel, colleague, workman, associate, manpower, human resource, human capital, nurse, physician, doctor, clinician, surgeon, midwife, pharmacist, therapist, caregiver, teacher, ' +
    'faculty, lecturer, professor, academic, tutor, instructor, trainer, pilot, crew, cabin crew, driver, conductor, technician, engineer, fitter, installer, lineman, climber, electrician, plumber, mechanic, agent, advisor, adviser, ' +
    'analyst, operator, manager, supervisor, leader, leadership, executive, director, officer, firefighter, policeman, police officer, soldier, cashier, clerk, salesperson, salespeople, salesman, seller, sales force, sales representative, ' +
    'representative, rep, developer, programmer, recruiter, underwriter, adjuster, actuary, housekeeper, waiter, server staff, chef, cook, kitchen staff, receptionist, cleaner, buyer staff, planner, dispatcher, caseworker, social worker, civil servant, ' +
    'public servant, inspector, auditor, accountant, lawyer, consultant, researcher, scientist, technologist, librarian, teller, banker, loan officer, picker, packer, warehouseman, forklift, team, team member, apprentice, trainee, intern, mentee, mentor, ' +
    'candidate, new hire, hire, recruit, newcomer, joiner, volunteer, guard, steward, attendant, porter, foreman, miner, welder, labourer, seafarer, sailor, judge, prosecutor, handler, controller staff, sales staff, ' +
    'service desk staff, management team, board member, women, minority, ethnic minority, disabled, fte, full time equivalent, headcount, talent, high performer, key position',
  supplier:
    'supplier, vendor, contractor, subcontractor, carrier, third party, outsourcer, outsourcing partner, incoming, inbound, purchased, purchase, purchasing, procurement, sourcing, tender, bid, bidder, goods received, received goods, ' +
    'goods receipt, incoming inspection, underpinning contract, supply base, supplied part, haulier, subcontracted, buyer, requisition',
  income:
    'revenue, sales value, sales volume, net sales, total sales, gross sales, sales growth, sales revenue, income, earning, profit, profitability, margin, ebitda, ebit, surplus, proceeds, receipts, gain, turnover in euros, dividend, payout, ' +
    'yield in percent, return on, rate of return, payback, value added, contribution margin, net interest, premium, premium income, fee income, tariff, fare, fundraising, donation, grant income, subsidy, royalty, monthly recurring, ' +
    'lifetime value, deal size, order value, basket value, transaction value, average spend, bookings value, wallet value, average daily rate, room rate, revpar, arpu, sales per, profitable, loss making, deficit, net result, ltv',
  cost:
    'cost, expense, expenditure, spend, spending, budget, outlay, price, pricing, saving, overspend, underspend, overhead, capex, opex, fee, charge, payroll cost, wage bill, fine, penalty, budgeted, ' +
    'written off, write off, writeoff, wages, salaries, depreciation, amortization, tax, taxation, discount, rebate, markdown, subsidy cost, cost saving, cost avoidance',
  capital:
    'asset, equity, debt, capital, cash, cash flow, liability, liabilities, receivable, receivables, payable, payables, debtor, creditor, loan portfolio, deposit, investment, shareholder, share price, stock price, earning per share, credit rating, solvency, liquidity, ' +
    'gearing, leverage, current ratio, quick ratio, working capital, interest cover, interest coverage, bad debt, arrears, collection period, collected, collection, billed amount, uncollected, endowment, reserve fund, fund balance, market capitalization, ' +
    'net present value, economic value, non performing, charge off, provision, capital adequacy, tier 1, loan to deposit, net worth, goodwill, portfolio, overdue invoice, outstanding invoice, days sales outstanding, days payable outstanding, ' +
    'combined ratio, loss ratio, claims ratio, expense ratio, cost to income, cost income, working ratio, operating ratio, own source revenue, delinquency, delinquent, bond, treasury, hedge, foreign exchange, cash conversion, bad loan, money, euro, dollar, pound, financial, fiscal',
  feel:
    'satisfaction, satisfied, dissatisfied, experience, perception, perceived, opinion, rating, rated, recommend, recommendation, promoter, net promoter, loyalty, loyal, trust, confidence, reputation, image, happy, happiness, feedback, survey, ' +
    'effort score, ease, convenience, comfort, courtesy, friendliness, helpfulness, empathy, cleanliness, sentiment, advocacy, impression, feel, feeling, felt, mystery, review score, star, quality of life, dignity, awareness, recall among, preference, ' +
    'usability, ease of use, good to excellent, excellent, pleasant, attractive, favorable',
  complain:
    'complaint, complain, grievance, dispute, disputed, upheld, ombudsman, objection, appeal, compliment, praise, dissatisfaction, contested, escalated by customers',
  wait:
    'wait, waiting, queue, queueing, queuing, line at the till, waiting list, delay, delayed, late, lateness, tardy, punctual, punctuality, responsiveness, response, respond, answer, reply, speed of answer, abandoned, abandonment, abandon, hang up, hold time, busy tone, ' +
    'busy signal, blocked call, stand, standing, crowding, overcrowding, congestion, missed connection, prompt, promptness, seen within, first reply, backordered, backorder, cancelled, canceled, cancellation, postponed, denied boarding, not operated, missed appointment, no answer, unanswered, lost call',
  promise:
    'promise, promised, commit date, commitment, agreed date, requested date, request date, agreed service level, service level agreement, agreed with the customer, guaranteed standard, guarantee, appointment, slot, window, reliability, reliable, delivered on time, ' +
    'on time delivery, on time in full, in full, perfect order, order fulfillment, fulfillment, fill rate, complete and on time, kept',
  onTime:
    'on time, on schedule, in time, due date, within target, within the target, within deadline, deadline, by the date, timely, timeliness, as scheduled, overdue, within days, ahead of schedule, schedule',
  duration:
    'time, day, hour, minute, second, week, month, cycle time, lead time, turnaround, turnaround time, duration, interval, length, period, speed, elapsed, days until, age',
  delivery:
    'delivery, deliver, delivered, shipment, shipping, shipped, dispatch, dispatched, parcel, order, consignment, arrival, arrive, freight, cargo, transport, logistics, distribution',
  support:
    'call, contact, inquiry, ticket, incident, helpdesk, help desk, service desk, call center, contact center, chat, case, request, email, phone, hotline, support',
  resolve:
    'resolve, resolution, solve, solved, settle, settled, fix, fixed, repair, restore, restored, restoration, first contact, first call, first visit, first time fix, recovery, clear, cleared, remedy',
  use:
    'utilization, utilize, occupancy, occupied, load factor, load, capacity, productivity, productive, output, throughput, efficiency, efficient, effectiveness, utilised, idle, idle time, shrinkage, workload, usage rate, billable, chargeable, full truck, turns, ' +
    'turn rate, overall equipment effectiveness, performance rate, handled per, processed per, staffing, span of control, spare capacity, bottleneck, takt, uptime of machines, empty running, vehicle kilometer, seat kilometer, equipment effectiveness, output per',
  handle:
    'handle time, handling time, talk time, wrap up, wrapup, after call work, adherence, schedule adherence, processing time, process time, setup, changeover, set up time, touch time, entry time, closing time, close the books, preparation time, dwell time, dock to stock, put away, picking, packing, unloading, loading',
  harm:
    'injury, injured, accident, fatality, fatal, death, mortality, die, infection, fall, harm, casualty, killed, adverse event, complication, violence, violent, assault, assaulted, attacked, attack, hurt, near miss, lost time, recordable, occupational, needlestick, pressure ulcer, ' +
    'medication error, wrong site, wound, poisoning, collision, crash, safety, unsafe, hazard, illness, disease, burnout, stress, fatigue, electrocution, drowning, abuse, bullying, harassment',
  health:
    'hospital, clinical, clinic, surgery, surgical, operation, ward, bed, emergency department, emergency room, ambulance, theater, treatment, care, therapy, diagnosis, screening, vaccination, immunization, readmission, readmitted, sepsis, stroke, cancer, diabetes, ' +
    'diabetic, blood, birth, maternal, neonatal, cardiac, myocardial, heart, antibiotic, dialysis, radiology, pathology, triage, referral, admission, discharge, length of stay, dental, mental health, survival, life expectancy, smoking, obesity, prevalence, incidence, health',
  learn:
    'training, train, trained, skill, skilled, competence, competency, qualification, qualified, certified, certification, certificate, chartered, learning, coaching, coached, mentoring, mentor, development plan, career, succession, successor, promotion, promoted, appraisal, appraised, ' +
    'performance review, continuing education, professional development, e learning, cross trained, multi skilled, doctorate, degree held, induction, onboarding, licence to operate, drill, knowledge, capability',
  morale:
    'engagement, engaged, motivation, morale, wellbeing, well being, work life balance, job satisfaction, empowerment, employee net promoter, suggestion, idea, kaizen participation, team spirit, commitment of staff, culture, climate, pay gap, salary, wage, compensation, benefit, bonus, flexible working, overtime, working hours, diversity, gender, inclusion, equality, equal opportunity, union, strike, internal appointment, internal hire, job rotation, leadership development, succession planning, length of service, seniority, tenure',
  leave:
    'turnover, attrition, retention, retain, leave, leaver, resign, resignation, churn, quit, lost customer, defection, stay, lapse, lapsed, renewal, renew, repeat purchase, come back, return to us, loyalty rate, reorder, repurchase, drop out, dropout, departed, quits, stability',
  absence:
    'absence, absenteeism, absent, sick, sickness, sick leave, days lost, vacancy, vacant, unfilled, understaffed, shortage of staff, lost day',
  fault:
    'defect, error, rework, scrap, reject, rejected, rejection, failure, fail, failed, fault, faulty, nonconformance, nonconforming, nonconformity, mistake, accuracy, accurate, correct, incorrect, right first time, first pass, first time yield, yield, quality, spoilage, damage, ' +
    'damaged, discrepancy, deviation, inaccurate, bug, flaw, noncompliance, breakdown, waste, repeat, repeated, wrong, missing, duplicate, complete, incomplete, completeness, loss, losses, leakage, leak, burst, stop, stops, unplanned',
  returned:
    'return, returned, recall, warranty, warranty claim, field failure, in the field, after delivery, after release, escaped, reported by customer, customer reported, found by customer, handover, at handover, replacement, refund, refunded, compensation, redress, customer reject',
  stock:
    'inventory, stock, warehouse, warehousing, work in process, work in progress, wip, spare part, storage, safety stock, stock cover, days of supply, obsolete, slow moving, cycle count, stocktaking, shrink, pallet, bin, shelf life, raw material, finished goods, material',
  shelf:
    'stockout, out of stock, on shelf, shelf availability, in stock, sold out, item unavailable, unavailable item, stock availability',
  available:
    'availability, available, uptime, downtime, outage, interruption, interrupted, disruption, power cut, without supply, continuity, minutes lost, service available, blackout, minutes without, hours without, supply restored, degraded, accessible, accessibility, coverage, access, covered, connected',
  machine:
    'machine, equipment, plant, production line, line speed, tool, tooling, press, furnace, robot, boiler, turbine, generator, transformer, pump, crane, conveyor, asset condition, power station, treatment plant, machinery, device, server, storage, cpu, processor, network element, infrastructure, data center, base station, cell site, substation, feeder, meter',
  vehicle:
    'vehicle, aircraft, train, bus, truck, ship, vessel, fleet, flight, wagon, locomotive, van, car, tram, trailer, container, ferry, rolling stock, seat, gate, berth, runway, baggage, journey, trip, route',
  maintenance:
    'maintenance, maintain, preventive, predictive, corrective, inspection, inspect, calibration, mean time between failure, mean time to repair, planned maintenance, reactive, work order, refurbishment, renewal of pipes, overhaul',
  plan: 'forecast, plan, planned, planning, milestone, project, schedule attainment, schedule adherence, adherence to plan, sprint, velocity, story point, gantt, scope, roadmap, target date, go live, backlog, pending, outstanding, unprocessed, open, open case, in progress, launch',
  paperwork:
    'file, record, document, documentation, form, report, invoice, journal, posting, ledger, reconciliation, entry, database, data, register, dossier, letter typed, certificate issued, purchase order, matching, matched, unmatched, manual, month end, monthly account, annual account, books',
  bill: 'bill, billing, statement, credit note, invoice to customer, customer invoice, invoice accuracy, bill accuracy, meter reading',
  automation:
    'automated, automatic, automatically, automation, digital, digitally, electronic, electronically, online, paperless, self service, straight through, touchless, bot, robot process, without manual, digitised, portal, workflow',
  control:
    'audit, compliance, compliant, control, policy, procedure, process, standard, standardised, governance, risk, finding, corrective action, certification of process, iso, improvement, six sigma, lean, approval, sign off, patch, vulnerability, security, backup, change, configuration, release, deployment, deploy, code, test, testing, commit, build, branch, merge, pull request',
  environment:
    'emission, carbon, greenhouse, energy, electricity, fuel, water, waste, recycle, recycling, recycled, landfill, spill, pollution, renewable, climate change, effluent, litre, kilowatt hour, gigajoule, hazardous, environmental, consumption, kerosene, diesel, gas, sludge',
  innovation:
    'patent, innovation, new product, research, publication, citation, article, prototype, research and development, research development, time to market, idea to launch, introduction of new, design, engineering',
  market:
    'market share, share of market, market penetration, new customer, customer gained, customer acquired, conversion, convert, click, visit, visitor traffic, footfall, traffic, download, subscriber growth, follower, reach, impression, awareness, adoption, uptake, take up, active user, sign up, enrollment, enrolled, ridership, attendance, participation, share of wallet, cross sell, products per customer, penetration, popularity, open rate, bounce, cart, basket abandonment',
  selling:
    'lead, opportunity, pipeline, proposal, quotation, quote, win rate, bid won, sales call, sales cycle, sales visit, campaign, prospecting, crm, deal, close rate, hit rate, marketing, advertising, advertisement, promotion campaign, trade fair, brochure, sales',
  outcome:
    'graduation, graduate rate, pass, passed, exam, examination, attainment, achievement, literacy, employment of graduates, employed graduates, class size, degree obtained, outcome, crime, burglary, homicide, reoffending, homelessness, poverty, pothole, street, road condition, litter, permit issued, license issued, passport, benefit claim, planning application, drinking water, tap water, pressure, sewer flooding, dropped call, download speed, broadband speed, signal, latency, page load, load time',
} as const;

/** A group of words that says the same about a measure. */
export type Concept = keyof typeof groups;

type Node = { readonly next: Map<string, Node>; concepts: Concept[] };
const node = (): Node => ({ next: new Map(), concepts: [] });

const build = (): Node => {
  const top = node();
  for (const [concept, text] of Object.entries(groups) as [Concept, string][])
    for (const phrase of text.split(',')) {
      let at = top;
      for (const word of wordsOf(phrase)) {
        const following = at.next.get(word.stem) ?? node();
        at.next.set(word.stem, following);
        at = following;
      }
      if (at !== top && !at.concepts.includes(concept)) at.concepts.push(concept);
    }
  return top;
};

let built: Node | undefined;

/** A phrase found in a list of words: from `start`, `length` words long, and the groups it belongs to. */
export type Mention = {
  readonly start: number;
  readonly length: number;
  readonly concepts: readonly Concept[];
};

/** The phrases of the groups in these stems, left to right; the longest phrase at a place wins and takes its words. */
export const mentionsIn = (stems: readonly string[]): readonly Mention[] => {
  built ??= build();
  const mentions: Mention[] = [];
  for (let start = 0; start < stems.length; start++) {
    let at: Node | undefined = built;
    let found: Mention | undefined;
    for (let end = start; at !== undefined && end < stems.length; end++) {
      at = at.next.get(stems[end] ?? '');
      if (at !== undefined && at.concepts.length > 0)
        found = { start, length: end - start + 1, concepts: at.concepts };
    }
    if (found === undefined) continue;
    mentions.push(found);
    start += found.length - 1;
  }
  return mentions;
};
