/** What releases leave behind, and what of it nothing uses any more. */
package io.teal.operate.clean;
