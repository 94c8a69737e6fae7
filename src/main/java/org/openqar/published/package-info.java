/** Published achievement-rate tables, read into the warehouse by layouts that are data. */
package org.openqar.published;
