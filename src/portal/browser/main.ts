// The portal's one script. Every page is read without it: it filters the overview and sorts tables, no more.
import { startOverview } from './overview.ts';
import { sortable } from './sort.ts';

sortable();
void startOverview();
