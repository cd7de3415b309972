/** Job listings: what is offered, taken in from files. */
@NullMarked
package io.talaria.console.listing;

import org.jspecify.annotations.NullMarked;
