/** The recruiters' console: reads the journal, asks the journey. */
@NullMarked
package io.talaria.console;

import org.jspecify.annotations.NullMarked;
