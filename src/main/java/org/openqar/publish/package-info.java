/**
 * What leaves the house: counts and rates after disclosure control, as files that
 * explore-education-statistics takes, with everything a reader needs to trust them.
 */
package org.openqar.publish;
