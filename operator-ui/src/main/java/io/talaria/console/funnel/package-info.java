/** Where candidates stand and where they are lost. */
@NullMarked
package io.talaria.console.funnel;

import org.jspecify.annotations.NullMarked;
