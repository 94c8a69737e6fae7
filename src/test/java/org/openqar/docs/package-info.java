/**
 * The pages of the manual that are told by the declarations themselves: tables, rules, commands and
 * settings. They are committed, and a test holds them to the code.
 */
package org.openqar.docs;
