import type { Routes } from '../route/route.ts';
import { applications } from './applications.ts';
import { banks } from './banks.ts';

/** The way to capital: banks, applications with their consents, and what a bank may read by them. */
export const capital = { ...banks, ...applications } as const satisfies Routes;
