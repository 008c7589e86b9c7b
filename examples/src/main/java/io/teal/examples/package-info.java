/** Apps to copy from: each class is one, and needs Teal's constructs only. */
package io.teal.examples;
