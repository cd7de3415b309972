/** What a move to another plan means for each open journey. */
@NullMarked
package io.talaria.journal.replan;

import org.jspecify.annotations.NullMarked;
