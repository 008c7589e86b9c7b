/** The operator's command line: parses, calls, prints. One class per verb. */
package io.teal.cli;
