// What is made for paper.
import * as z from 'zod';
import { quarterSchema } from '../../domain/quarter.ts';
import type { Route } from '../route.ts';
import { everyone } from './access.ts';

/** Papers. */
export const paperRoutes = [
  {
    operationId: 'getBoardPack',
    method: 'GET',
    path: '/v1/reports/{quarter}/board.pdf',
    area: 'paper',
    summary: 'The board pack of a quarter as PDF: the figures of its board report, on paper',
    access: everyone,
    params: z.strictObject({ quarter: quarterSchema }),
    status: 200,
    media: 'application/pdf',
    response: z.base64(),
  },
] as const satisfies readonly Route[];
