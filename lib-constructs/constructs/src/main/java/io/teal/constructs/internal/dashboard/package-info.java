/** What a dashboard of CloudWatch shows of a service with two colours. */
package io.teal.constructs.internal.dashboard;
