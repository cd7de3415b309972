/** What changes while a page is open: heard from PostgreSQL, read off the session lock. */
@NullMarked
package io.talaria.console.live;

import org.jspecify.annotations.NullMarked;
