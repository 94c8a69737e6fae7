package org.openqar.pipeline;

/** A return that counts, by content. */
record CountedReturn(int ukprn, int fundingYear, int returnNumber, String returnId) {}
