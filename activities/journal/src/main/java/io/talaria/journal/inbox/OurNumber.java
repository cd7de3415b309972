package io.talaria.journal.inbox;

/**
 * A business number of an account.
 *
 * @param id WhatsApp's
 * @param definition which journeys begin there, when nobody says another one
 * @param watched whether another system speaks there, and Talaria only looks on
 */
public record OurNumber(String id, String definition, boolean watched) {}
