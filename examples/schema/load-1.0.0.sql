\set id random(1, 1000)
INSERT INTO orders (customer) VALUES ('new one');
UPDATE orders SET customer = 'customer ' || :id WHERE id = :id;
SELECT customer FROM orders WHERE id = :id;
