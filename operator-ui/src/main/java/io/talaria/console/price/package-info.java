/** What messages cost, in sentences. */
@NullMarked
package io.talaria.console.price;

import org.jspecify.annotations.NullMarked;
