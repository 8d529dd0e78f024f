DROP TABLE material_openings;
DROP TABLE materials;
