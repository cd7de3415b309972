/** What breaks: processes, connections, and when. */
@NullMarked
package io.talaria.dev.storm.fault;

import org.jspecify.annotations.NullMarked;
