/**
 * What is deployed: a stack's template, resolved against its resources, and the services of Teal in it. Depends on
 * {@code io.teal.release}.
 */
package io.teal.operate.account;
