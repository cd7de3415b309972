/** Open journeys as repair looks at them: which there are, and which have lost their run. */
@NullMarked
package io.talaria.journal.repair;

import org.jspecify.annotations.NullMarked;
