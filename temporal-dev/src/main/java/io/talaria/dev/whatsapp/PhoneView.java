package io.talaria.dev.whatsapp;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page shows of one phone. */
record PhoneView(
    String number,
    String name,
    long behindSeconds,
    @Nullable Instant windowUntil,
    boolean windowOpen,
    @Nullable Instant typingUntil,
    int unseen,
    List<Line> lines) {}
