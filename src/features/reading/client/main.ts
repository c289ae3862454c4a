import { copyAnchors } from './anchors.ts';
import { closeContents } from './contents.ts';
import { keepPlace } from './place.ts';
import { keepResearch } from './research.ts';
import { followSections } from './sections.ts';
import { offerListening } from '../../listening/client/offer.ts';
import { keepTheme } from './theme.ts';

keepTheme();
keepResearch();
copyAnchors();
closeContents();
const keep = keepPlace();
followSections(keep);
offerListening();
