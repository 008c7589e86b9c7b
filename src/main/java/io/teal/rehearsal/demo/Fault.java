package io.teal.rehearsal.demo;

/** What is wrong with a demo service, for rehearsals of releases that must fail. Read from {@code FAULT}. */
enum Fault {
    /** Nothing. */
    NONE,
    /** Its health check always fails. */
    NEVER_HEALTHY,
    /** It is healthy, and answers every other request 500. */
    ERRORS;

    private static final String HEALTH = "/health";

    /** The status of the answer to {@code path}. */
    String status(String path) {
        boolean fails = switch (this) {
            case NONE -> false;
            case NEVER_HEALTHY -> path.equals(HEALTH);
            case ERRORS -> !path.equals(HEALTH);
        };
        return fails ? "HTTP/1.1 500 Internal Server Error" : "HTTP/1.1 200 OK";
    }
}
