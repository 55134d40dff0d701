/*
 * What the cart's shell holds anyway. Each of its parts imports this (infra/bundling/carried.ts), so that the bundler sees that all of them
 * share it and cuts it once: by itself it cuts a piece for every set of parts, and eleven pieces are fetched and packed for less.
 */
import 'preact';
import 'preact/hooks';
import 'preact/jsx-runtime';
import '../../../shared/domain/basics/wording.ts';
import '../../entry/client.ts';
import '../../entry/session.ts';
import '../../kit/accent.ts';
import '../../kit/act.ts';
import '../../kit/days.ts';
import '../../kit/form.tsx';
import '../../kit/later.tsx';
import '../../kit/page-top.tsx';
import '../../kit/page.tsx';
import '../../kit/show.tsx';
import '../../kit/today.ts';
import '../../kit/typed-bounds.ts';
import './cart-page.tsx';
import './cart.ts';
import './check/delivery.ts';
import './check/draft.ts';
import './steps.tsx';
import './terms.ts';
import './troubles.ts';
