DROP TRIGGER register_lines_end;
DROP TRIGGER register_lines_stay;
DROP TABLE register_faults;
DROP TABLE register_months;
DROP TABLE register_head;
ALTER TABLE register_lines DROP COLUMN mac;
