/** Example apps: each class is one, and needs only Teal's constructs. */
package io.teal.examples;
