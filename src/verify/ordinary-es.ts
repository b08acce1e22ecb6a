// Spanish words (without accents) that may open a sentence or be written with a capital without naming anybody.
const words = `
a abril abajo acerca ademas ahora al algo algun alguna algunas algunos alla alli alrededor alto alumna alumnas alumno alumnos ambos ano anos antes
apenas apoyo apoyos aprobaron aqui asi asistencia aun aunque ausencia ausencias ausentismo bajo bastante bien buen buena cada cambio
camino casi cerca cien ciento cinco clase clases como comparado con conviene contacto contactos contra crecimiento cual cuales cualquier
cuando cuanta cuantas cuanto cuantos cuarenta cuatro curso cursos datos de del demas dentro desde despues dia dias diciembre diez diferencia distrito donde dos durante
e el ella ellas ellos en encima enero entonces entre era eran es esa esas escuela escuelas ese eso esos esta estaba estaban estamos estan estar estas este esto estos
estudiante estudiantes estuvieron familia familias faltan febrero fila filas fin frente fue fuente fuentes fuera fueron general grado
grados grupo grupos ha hablar habia hace hacer hacia han hasta hay haya hemos hoy hubo igual incluso informe iban julio junio la las le les lista listas lo los luego mal manera
maestros marzo mas mayo mayor mayoria me media mejor menor menos mes meses mientras mil minutos mismo mitad mucha muchas mucho muchos
muy nada nadie necesitan ni ningun ninguna ninguno no nos nosotros nota noviembre noventa nuestra nuestras nuestro nuestros nueve numero numeros nunca o
ochenta ocho octubre once otra otras otro otros para parte participacion pasado pase peor pero poco pocos por porcentaje porque
pregunta preguntas primer primera primero promedio pronto pues puede pueden que quien quienes resultados respecto revise saber sabemos se sea segun segundo seguimiento
seis semana semanas sesenta setenta septiembre sera si sido siempre siete sin sino sobre solo somos son su subio sus tal tambien tampoco tan
tanto tantos tasa tenemos tener tenia tercer tercera tiempo tiene tienen toda todas todavia todo todos trabajo tras treinta tres tu tuvieron tuvo un una
unas uno unos usted va vamos veces veinte ver verano vez y ya yo cero quince doce trece catorce dieciseis padres madres maestras docentes equipo
pregunte mire comparen hablen nueva nuevo estos aprueban subieron bajaron aumento disminuyo quedan faltaron lunes martes miercoles jueves viernes sabado domingo
ciencias matematicas lectura ingles espanol noveno decimo undecimo duodecimo octavo septimo sexto quinto cuarto tercero primaria secundaria
`;
export const ORDINARY_ES: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
