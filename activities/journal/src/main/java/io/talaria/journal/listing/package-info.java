/** Job listings: taken in from CSV files and the API, and ranked by what a candidate wishes. */
@NullMarked
package io.talaria.journal.listing;

import org.jspecify.annotations.NullMarked;
