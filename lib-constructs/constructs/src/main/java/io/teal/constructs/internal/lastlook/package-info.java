/** Checks the rendered template of each stack that has a service of Teal's, whoever wrote what is in it. */
package io.teal.constructs.internal.lastlook;
