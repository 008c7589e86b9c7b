-- What 1.0.0 was released with.
CREATE TABLE orders (id bigserial PRIMARY KEY, customer text NOT NULL);
INSERT INTO orders (customer) SELECT 'customer ' || n FROM generate_series(1, 1000) AS n;
