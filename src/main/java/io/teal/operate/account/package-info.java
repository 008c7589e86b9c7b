/** What is deployed: a stack's template, resolved against its resources, and the services of Teal in it. */
package io.teal.operate.account;
