// Spanish words (without accents) that say nothing of students by themselves: whatever else stands beside a number must be placed.
import { type Unsaid, wordsOf } from './unsaid.ts';

export const UNSAID_ES: Unsaid = {
  plain: wordsOf(`
a actualmente afecta afecto ahora al algunos algunas alumno alumnos alumna alumnas aqui asi cantidad cifra cifras como con cual cuales cuando
cuenta cuentan cuyo da de del donde e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba estaban estan este estos estas
estudiante estudiantes estuvieron estuvo escuela escuelas fue fueron grado grados ha habia han hay hubo iba iban ir la las le les lo los
mientras muestra muestran nuestra nuestras nuestro nuestros numero numeros o para parte pasan paso estar pero por porcentaje proporcion
puntos que quien quienes respecto respectivamente se segun ser si sobre solo son su sumaron sus tambien tasa tenia tenian tiene tienen todo
total tras tuvieron tuvo un una unas uno unos va van vemos y ya ano anos curso escolar 
`),
  around: wordsOf(`
antes aun enviado enviaron retraso cubren con cuenta datos desde dia dias dice fecha fuente fuentes hasta hay llega llegan llego llegaron mas
pequeno pequenos podemos porque pronto proteger puede pueden recibido reciente saber sin tarde tener todavia ultima ultimo ultimos otro otra
demasiado mostrar que por muestran dicen paso pasa limites comparar viejo viejos grande grupo grupos informe medida pagina
`),
  asking: wordsOf(`
aprender ayuda ayudar cerca como conoce conocen cuales debemos familias hace hacemos hacer llamara llegar mas mejor necesitan no nos ofrecer otra
pasa podemos podria puede pueden que quien quienes saber siguen tomar vez apoyo apoyos maestros
`),
  phrases:
    /\b(?:de todos los|de todas las|no ha terminado|del? ano entero|sin cambios?|no se pud(?:o|ieron) (?:juzgar|contar)|buenas noticias|no por que|dicen lo que vimos|muestran lo que vimos|en cambio|a la vez|es decir|(?:su|el) ultimo dia (?:es|fue))\b|\b(?:aun|todavia)\b/,
  times:
    /\b(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|ambos (?:anos|cursos)|los dos (?:anos|cursos)|hoy|ayer|manana|siempre|ultimamente|recientemente|(?:todos|todas) l[oa]s (?:dias|semanas|meses)|(?:est[ea]|cada|el|la|por|un|una|ultim[oa]s?|pasad[oa]|primer|segundo|tercer) (?:dia|semana|mes|trimestre|semestre|bimestre|primavera|otono|invierno|verano)s?|durante (?:\w+ ){1,3}(?:dias?|semanas?|mes(?:es)?|anos))\b/,
  since: /\bdesde\b/,
  lasting: /\b(?:durante|por|en|desde hace|hace) (?:l[oa]s |mas de |casi |al menos )*(?:ultimos )?$/,
  claims:
    /\b(?:(?:cumpl\w+|alcanz\w+|super\w+|logr\w+) (?:\w+ ){0,3}(?:metas?|objetivos?)|promedio|media (?:estatal|nacional)|(?:estatal|nacional)(?:es)?|metas?|(?<!\b(?:que|lo que|si(?: \w+){0,2}) )(?:funcionan?|ayudan)|ayudo|ayudaron|funciono|funcionaron|exit[oa]s?|efica(?:z|ces)|fracas\w+|reprob\w+|suspend\w+|suspens\w+|expuls\w+|rechaz\w+|abandon\w+|contactad[oa]s?|faltan datos|falta ningun|complet[oa]s?|perfect[oa]s?|definitiv[oa]s?|verificad[oa]s?|comprobad[oa]s?|predicen?|crisis|emergencia|excelentes?|preocupantes?|alarmantes?|malo|mala|malos|malas|terribles?|grandes? logros?|impresionantes?|inaceptables?|decepcionantes?|segur[oa]s?|(?:un|una|muy) (?:buen[oa]?|mal) (?:ano|resultado|senal|escuela|comienzo)|dejaron (?:la escuela|los estudios))\b/,
  disclaims:
    /(?:^|\b(?:numeros?|cifras?|datos|informe|pagina|lista|partes|cosas .*|nosotros|ellos|y|que) )(?:todavia |aun )?no (?:pueden |puede |podemos |tienen por que )?(?:dicen?|decir|muestran?|mostrar|prueban?|probar|explican?|explicar|predecir|sabemos|venir|significan?)(?: (?:por que|si|como|que))?\b/,
  urges:
    /\b(?:deberiamos|deben?|debemos|conviene|pregunte[mn]?(?:os)?|hablemos|hablen|recuerden?|miremos|revisemos|por favor)\b/,
};
