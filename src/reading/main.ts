import { keepTheme } from './theme.ts';
import { markSection } from './sections.ts';

keepTheme();
markSection();
