/**
 * The reference stage: providers, mergers, groups, learning aims, standards, frameworks and
 * postcodes.
 *
 * <p>In come the CSVs of the reference folder; out go the lookup tables, one for each file. Every
 * file is optional, and a missing one gives an empty table. The stage never looks at a return and
 * joins nothing: later stages do that. The driver reads small files, and Spark reads large ones by
 * the same rules. Start reading at {@link org.openqar.reference.ReferenceStage}; {@link
 * org.openqar.reference.Lookup} lists the files.
 */
package org.openqar.reference;
