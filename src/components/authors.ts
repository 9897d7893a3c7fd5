/** Every component that authors may use, by the name they use. */
import Answer from './Answer.astro';
import Aside from './Aside.astro';
import Cite from './Cite.astro';
import Definition from './Definition.astro';
import Diagram from './Diagram.astro';
import Fact from './Fact.astro';
import Figure from './Figure.astro';
import KeyFacts from './KeyFacts.astro';
import LayerFigure from './LayerFigure.astro';
import Listing from './Listing.astro';
import Misconception from './Misconception.astro';
import Note from './Note.astro';
import Proviso from './Proviso.astro';
import Question from './Question.astro';
import Ref from './Ref.astro';
import Right from './Right.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import Wrong from './Wrong.astro';

export const authorComponents = {
  Answer,
  Aside,
  Cite,
  Definition,
  Diagram,
  Fact,
  Figure,
  KeyFacts,
  LayerFigure,
  Listing,
  Misconception,
  Note,
  Proviso,
  Question,
  Ref,
  Right,
  Table,
  Term,
  Wrong,
};
